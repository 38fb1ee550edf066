package io.tapgate.architecture.wrong.router;

import io.tapgate.architecture.wrong.router.routeros.Word;

record KnowsRouteros(Word word) {}
