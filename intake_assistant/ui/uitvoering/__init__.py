"""After the besluit: hours, talks, bezwaar, enforcement, ontzorgen and referrals."""
