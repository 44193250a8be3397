"""The fields of a form: each has a label, a value, a note and a place for its problem."""

from msu_desktop.gui.widgets.fields.check import CheckField
from msu_desktop.gui.widgets.fields.choice import ChoiceField
from msu_desktop.gui.widgets.fields.day import DateField
from msu_desktop.gui.widgets.fields.field import Field
from msu_desktop.gui.widgets.fields.lookup import Choice, LookupField
from msu_desktop.gui.widgets.fields.number import NumberField
from msu_desktop.gui.widgets.fields.text import TextField

__all__ = (
    "CheckField",
    "Choice",
    "ChoiceField",
    "DateField",
    "Field",
    "LookupField",
    "NumberField",
    "TextField",
)
