#!/usr/bin/env bash
# A Docker daemon of one's own: `start FOLDER` prints the variables to use it with, `stop FOLDER` ends it and puts back what
# it changed in the network. Images stay in the cache. Needs root.
set -euo pipefail
cache="${BEIAN_STAND_INS:-$HOME/.cache/beian-stand-ins}"
state="$2"
socket="unix://$state/docker.sock"

start() {
  mkdir -p "$state" "$cache/docker" "$state/config/cli-plugins"
  cat /proc/sys/net/ipv4/ip_forward >"$state/ip_forward"
  iptables-save >"$state/iptables"
  setsid dockerd --data-root "$cache/docker" --exec-root "$state/exec" --pidfile "$state/docker.pid" -H "$socket" \
    --storage-driver overlay2 >"$state/dockerd.log" 2>&1 &
  for _ in $(seq 120); do
    if docker -H "$socket" info >/dev/null 2>&1; then
      cp "$cache/programs/docker-compose-2.40.3" "$state/config/cli-plugins/docker-compose"
      echo "DOCKER_HOST=$socket"
      echo "DOCKER_CONFIG=$state/config"
      return
    fi
    sleep 0.5
  done
  tail -20 "$state/dockerd.log" >&2
  return 1
}

# A machine that had no rules saves an empty list, so there the daemon's own are taken out by name.
put_rules_back() {
  [ -e "$state/iptables" ] || return 0
  if grep -q '^:FORWARD' "$state/iptables"; then iptables-restore <"$state/iptables"; else
    iptables-save | grep -v -E 'DOCKER|docker0|br-[0-9a-f]{12}' | sed 's/^:FORWARD DROP/:FORWARD ACCEPT/' | iptables-restore
  fi
}

stop() {
  local pid; pid="$(cat "$state/docker.pid" 2>/dev/null || true)"
  if [ -n "$pid" ]; then
    kill "$pid" 2>/dev/null || true
    while kill -0 "$pid" 2>/dev/null; do sleep 0.2; done
  fi
  put_rules_back
  if [ -e "$state/ip_forward" ]; then cat "$state/ip_forward" >/proc/sys/net/ipv4/ip_forward; fi
  ip link delete docker0 2>/dev/null || true
  rm -rf "$state"
}

case "$1" in start) start ;; stop) stop ;; *) echo 'usage: private-docker.sh start|stop FOLDER' >&2; exit 2 ;; esac
