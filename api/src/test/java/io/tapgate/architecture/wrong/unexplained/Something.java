package io.tapgate.architecture.wrong.unexplained;

record Something() {}
