"""What Qt itself complains of goes into the program's log."""

import logging

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.INFO,  # Qt warns of much that no user can mend
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
log = logging.getLogger("qt")


def route_qt_messages() -> None:
    """Have Qt's messages written into the log from now on."""
    qInstallMessageHandler(_write)


def _write(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    log.log(LEVELS.get(kind, logging.INFO), "%s", text)
