# Two images from one build: `docker build --target api .` and `docker build --target watcher .`
FROM maven:3.9.16-eclipse-temurin-25 AS build
WORKDIR /src
COPY pom.xml ./
COPY telegram telegram
COPY api api
COPY watcher watcher
COPY playground playground
COPY router-scripts router-scripts
COPY cli/pom.xml cli/pom.xml
COPY stories/pom.xml stories/pom.xml
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp -q -pl api,watcher -am -Dmaven.test.skip=true -Dspotless.check.skip=true package

FROM eclipse-temurin:25.0.3_9-jre-noble AS api
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/tapgate tapgate
COPY --from=build /src/api/target/api-run.jar /opt/tapgate/api.jar
USER 10001
WORKDIR /var/lib/tapgate
ENV DATA_DIR=/var/lib/tapgate API_PORT=8080
EXPOSE 8080
# bash speaks for itself: the image need hold neither curl nor wget.
HEALTHCHECK --interval=10s --timeout=3s --start-period=90s CMD ["bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/$API_PORT && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-Xmx384m", "-XX:+UseCompactObjectHeaders", "-jar", "/opt/tapgate/api.jar"]

FROM eclipse-temurin:25.0.3_9-jre-noble AS watcher
RUN useradd --system --uid 10002 --no-create-home tapgate
COPY --from=build /src/watcher/target/watcher-run.jar /opt/tapgate/watcher.jar
USER 10002
ENV WATCHER_PORT=8081
EXPOSE 8081
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s CMD ["bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/$WATCHER_PORT && printf 'GET /health HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx20m", "-XX:-UsePerfData", \
  "-XX:+ExitOnOutOfMemoryError", "-jar", "/opt/tapgate/watcher.jar"]
