"""People, organisations and places across articles: who is who, what they said, and the stories they stand in."""
