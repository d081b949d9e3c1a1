# Sourced. step NAME COMMAND…: runs the command, its output into target/log/NAME.log, and prints one line with its duration.
# A step that fails prints the tail of its log and ends the script.
# attempt NAME COMMAND…: a step without which the rest goes on: where it fails, its line says so.
# begin COMMAND…: runs a step, or a function that has some, beside what follows. finish waits for all that was begun, and ends the
# script where one failed.
mkdir -p target/log
begun= beside= optional=

step() {
    step_name=$1
    # What the name says in brackets is for people: the log has the name before them.
    step_log=target/log/$(printf %s "${1%% \(*}" | tr -c 'A-Za-z0-9.\n-' '_').log
    step_start=$(date +%s)
    shift
    if [ -t 1 ] && [ -z "$begun$beside" ]; then printf '[  …  ] %s\r' "$step_name"; fi
    # In a subshell that leaves at the first error, which "if" or "||" would switch off.
    set +e
    ( set -e; "$@" ) >"$step_log" 2>&1
    step_status=$?
    set -e
    step_took=$(($(date +%s) - step_start))
    if [ "$step_status" -eq 0 ]; then
        printf '[%3d s] %s%s\n' "$step_took" "$step_name" "$(test_counts "$step_log")"
    elif [ -n "$optional" ]; then
        printf '[%3d s] %s: not to be had here (see %s)\n' "$step_took" "$step_name" "$step_log"
    else
        printf '[%3d s] %s: FAILED (status %d). The end of %s:\n' "$step_took" "$step_name" "$step_status" "$step_log"
        tail -n 60 "$step_log" | sed 's/^/    /'
        exit 1
    fi
}

attempt() {
    optional=yes
    step "$@"
    optional=
}

begin() {
    ( beside=yes; "$@" ) &
    begun="$begun $!"
}

finish() {
    finish_status=0
    for finish_pid in $begun; do wait "$finish_pid" || finish_status=1; done
    begun=
    [ "$finish_status" -eq 0 ] || exit 1
}

# ": 312 passed" after a step that ran Rust tests; nothing after another.
test_counts() {
    awk '/^test result:/ { passed += $4; ignored += $8; ran = 1 }
         END { if (ran) { printf ": %d passed", passed; if (ignored) printf ", %d ignored", ignored } }' "$1"
}

# One sentence for what a person has to do, and the end.
stop() {
    printf '%s\n' "$*" >&2
    exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }
