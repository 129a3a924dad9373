package org.qopt.lit.report;

import java.time.Duration;
import org.qopt.lit.LitTest;
import org.qopt.lit.TestResult;

/**
 * A test and how it ended.
 *
 * @param start when it began, after the beginning of the run
 */
public record Finished(LitTest test, TestResult result, Duration start) {}
