# Sourced by what packs: files as they go along, whoever built and wherever.

# Of each file what it holds, whatever the disk makes of it; in kilobytes, as Debian and Windows tell it.
size_in_kb() { find "$1" -printf '%y %s\n' | awk '{ total += $1 == "f" ? int(($2 + 1023) / 1024) : 1 } END { print total }'; }

# What is packed was made on the day of the commit, and may be read by all.
settle_files() {
    chmod --recursive u=rwX,go=rX "$1"
    find "$1" -print0 | xargs -0 touch --no-dereference --date "@$SOURCE_DATE_EPOCH"
}
