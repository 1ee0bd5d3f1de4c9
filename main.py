"""Start the intake assistant."""

import sys

try:
    from intake_assistant.app import main

    sys.exit(main())
except KeyboardInterrupt:
    # Ctrl+C before the command or the window could take it.
    sys.exit(130)
