"""`python -m reader.work ROLE`: one worker process."""

import sys

from reader.work.child import serve

sys.exit(serve(sys.argv[1]))
