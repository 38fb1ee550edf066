package io.tapgate.architecture.wrong.router;

import org.quartz.JobKey;

record KnowsQuartz(JobKey job) {}
