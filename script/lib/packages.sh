# Sourced. Debian's and Ubuntu's packages, as root or by sudo.

is_debian() { [ -f /etc/debian_version ] && have apt-get; }
is_ubuntu() { grep -qs '^ID=ubuntu' /etc/os-release; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"
    elif have sudo; then sudo "$@"
    else stop "Packages are missing and there is no sudo. Please run as root: apt-get install $*"
    fi
}

has_packages() {
    for package; do
        dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || return 1
    done
}

# The list of packages is fetched anew only when installing from the present one fails.
install_packages() {
    apt="env DEBIAN_FRONTEND=noninteractive apt-get -y --no-install-recommends install"
    # shellcheck disable=SC2086 # $apt is a list of words
    as_root $apt "$@" || { as_root apt-get update && as_root $apt "$@"; }
}

# need_packages NAME PACKAGE…: a step, unless all are there.
need_packages() {
    need_name=$1
    shift
    has_packages "$@" || step "$need_name" install_packages "$@"
}
