#!/bin/bash
set -eu
address="$(getent hosts "$(hostname)" | awk '{print $1; exit}')"
export BIND_ON_IP="${BIND_ON_IP:-$address}"
if [ "$BIND_ON_IP" = 0.0.0.0 ]; then export TEMPORAL_BROADCAST_ADDRESS="${TEMPORAL_BROADCAST_ADDRESS:-$address}"; fi
exec temporal-server start
