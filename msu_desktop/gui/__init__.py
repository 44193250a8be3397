"""The window that every desk's page lives in: application, tasks, messages, help, widgets."""
