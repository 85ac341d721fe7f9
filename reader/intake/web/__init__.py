"""From an address to bytes, on a network that is slow, hostile or gone."""

from reader.intake.web.failures import Cause, FetchFailed
from reader.intake.web.fetching import ANYTHING, FEED, PAGE, PICTURE, Ask, Fetcher, Got
from reader.intake.web.guard import is_public
from reader.intake.web.limits import LIMITS, Limits
from reader.intake.web.signing_in import Credentials, Origin, SignIn, nobody

__all__ = [
    "ANYTHING",
    "FEED",
    "LIMITS",
    "PAGE",
    "PICTURE",
    "Ask",
    "Cause",
    "Credentials",
    "FetchFailed",
    "Fetcher",
    "Got",
    "Limits",
    "Origin",
    "SignIn",
    "is_public",
    "nobody",
]
