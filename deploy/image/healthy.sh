#!/usr/bin/env bash
# Asks the process of this container whether it is ready; bash does it for a tenth of what another Node would cost.
# HEALTH_PATH is what to ask, /health/ready unless said otherwise.
exec 3<>"/dev/tcp/127.0.0.1/${PORT}" || exit 1
printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1:%s\r\n\r\n' "${HEALTH_PATH:-/health/ready}" "${PORT}" >&3
read -r -t 9 status <&3 || exit 1
[[ "${status}" == *' 200 '* ]] && exit
cat <&3 # which part is down: `docker inspect` shows it
exit 1
