#!/usr/bin/env bash
# Ready is a store that takes writes: MinIO's own question for that.
exec 3<>/dev/tcp/127.0.0.1/9000 || exit 1
printf 'GET /minio/health/cluster HTTP/1.0\r\nHost: 127.0.0.1:9000\r\n\r\n' >&3
read -r -t 9 status <&3 || exit 1
[[ "${status}" == *' 200 '* ]]
