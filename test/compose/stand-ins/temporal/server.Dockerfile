# Contract of temporalio/server: user temporal (1000), configuration from variables (template inside the server), busybox.
FROM debian:bookworm-slim
RUN apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends busybox \
  && rm -rf /var/lib/apt/lists/* && for name in wget nc; do ln -s /bin/busybox /usr/local/bin/$name; done \
  && useradd --uid 1000 --user-group --create-home temporal && mkdir /etc/temporal
COPY temporal-server /usr/local/bin/
COPY entrypoint.sh /etc/temporal/entrypoint.sh
WORKDIR /etc/temporal
USER temporal
CMD ["/etc/temporal/entrypoint.sh"]
