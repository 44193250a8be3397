"""Start the program: the window, or an act, a query or upkeep on the command line."""

import sys

from msu_desktop.cli.command_line import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
