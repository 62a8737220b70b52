#!/bin/sh
# Power cuts without pulling a plug: the server's data lie on an ext4 file system in a loop-mounted image, eight writers register
# activities with photos, and EXT4_IOC_SHUTDOWN without a log flush throws away whatever is not on the disk. Then kill, umount,
# mount, fsck --read-data, and every activity acknowledged before the cut must be there with its photo.
set -eu
usage() {
  cat >&2 <<'END'
Usage: tests/power-cut.sh [ROUNDS] [--plant-fault]     (as root, on Linux; 10 rounds if none are named)
  --plant-fault  makes fsync do nothing (a preloaded library, built with cc): the script must then report losses and end with 1.
Ends with 0: nothing lost; 1: something lost; 2: cannot run here.
END
  exit 2
}
rounds=10 fault=
for argument; do
  case $argument in
    --plant-fault) fault=yes ;;
    *[!0-9]* | '' | 0) usage ;;
    *) rounds=$argument ;;
  esac
done
cannot() { printf 'No power cut here: %s\n' "$1" >&2; exit 2; }

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
[ "$(id -u)" = 0 ] || cannot 'needs root, to mount an image (sudo tests/power-cut.sh).'
for tool in mkfs.ext4 mount umount dotnet; do
  command -v "$tool" >/dev/null || cannot "$tool is missing."
done
[ -z "$fault" ] || command -v cc >/dev/null || cannot '--plant-fault needs cc.'

work=$(mktemp -d)
server=
clean() {
  [ -z "$server" ] || { kill -9 "$server" && wait "$server"; } 2>/dev/null || :
  ! mountpoint -q "$work/disk" || umount "$work/disk" 2>/dev/null || umount -l "$work/disk"
  rm -rf "$work"
}
trap clean EXIT
trap 'exit 130' INT TERM

mkdir "$work/disk"
truncate -s 256M "$work/image"
mkfs.ext4 -q "$work/image"
mount -o loop "$work/image" "$work/disk" 2>"$work/log" || cannot "no loop device can be mounted ($(cat "$work/log"))."

for project in src/Mingce.Cli tests/Hammer; do
  dotnet build "$root/$project" -c Release -v q --nologo >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 2; }
done
data=$work/disk/data
mingce() { dotnet "$root/src/Mingce.Cli/bin/Release/net10.0/mingce.dll" "$@" --data "$data"; }
hammer() { dotnet "$root/tests/Hammer/bin/Release/net10.0/Hammer.dll" "$@"; }

preload=
if [ -n "$fault" ]; then
  printf 'int fsync(int d) { (void)d; return 0; }\nint fdatasync(int d) { (void)d; return 0; }\n' >"$work/nosync.c"
  cc -shared -fPIC -o "$work/nosync.so" "$work/nosync.c"
  preload=$work/nosync.so
fi

mingce init --unit 市政务服务中心 2>"$work/log" || { cat "$work/log" >&2; exit 2; }

round=0 bad=0
: >"$work/acknowledged"
while [ "$round" -lt "$rounds" ]; do
  round=$((round + 1))
  : >"$work/out"
  password=$(mingce account reset admin --json | sed -n 's/.*"password": "\([^"]*\)".*/\1/p')
  sync
  LD_PRELOAD=$preload dotnet "$root/src/Mingce.Cli/bin/Release/net10.0/mingce.dll" serve --data "$data" --urls http://127.0.0.1:0 >"$work/out" 2>"$work/log" &
  server=$!
  until url=$(grep -o 'http://127[0-9.:]*' "$work/out"); do
    kill -0 "$server" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
    sleep 0.05
  done
  printf 'cut %s: ' "$round"
  hammer cut "$url" admin "$password" "$work/disk" "$work/acknowledged" 2>"$work/result" || {
    echo 'the server does not work after the last cut:'
    tail -n 3 "$work/log" "$work/result"
    exit 1
  }
  kill -9 "$server"
  wait "$server" 2>/dev/null || :
  server=
  umount "$work/disk"
  mount -o loop "$work/image" "$work/disk"
  mingce fsck --read-data 2>"$work/log" || { bad=1; tail -n 3 "$work/log" >&2; }
  hammer check "$data" "$work/acknowledged" >"$work/result" || bad=1
  [ "$bad" = 0 ] || break
done
printf '%s power cuts under 8 writers: %s\n' "$round" "$(cat "$work/result")"
exit "$bad"
