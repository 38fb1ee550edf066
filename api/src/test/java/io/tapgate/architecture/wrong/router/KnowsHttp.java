package io.tapgate.architecture.wrong.router;

import org.springframework.http.ResponseEntity;

record KnowsHttp(ResponseEntity<String> answer) {}
