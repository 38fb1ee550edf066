package io.tapgate.architecture.wrong.modules.beside;

import io.tapgate.architecture.wrong.modules.above.inner.Hidden;

record KnowsALeaf(Hidden hidden) {}
