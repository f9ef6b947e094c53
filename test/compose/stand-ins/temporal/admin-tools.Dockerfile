# Contract of temporalio/admin-tools: temporal and temporal-sql-tool on the path, user temporal (1000).
FROM debian:bookworm-slim
RUN useradd --uid 1000 --user-group --create-home temporal
COPY temporal temporal-sql-tool /usr/local/bin/
USER temporal
CMD ["sh", "-c", "trap exit INT HUP TERM; sleep infinity & wait"]
