"""Sign-ins for sites and proxies, in the system's keyring."""

from reader.accounts.sign_ins import NAMES, PROXY, How, NoKeyring, Secret, SignInError, SignIns, origin_of

__all__ = ["NAMES", "PROXY", "How", "NoKeyring", "Secret", "SignInError", "SignIns", "origin_of"]
