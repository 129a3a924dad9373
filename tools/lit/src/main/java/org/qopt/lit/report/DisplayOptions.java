package org.qopt.lit.report;

import com.google.common.collect.ImmutableSet;
import org.qopt.lit.ResultCode;

/**
 * What is shown of results.
 *
 * @param quiet whether nothing is shown before the summary, and only failures there
 * @param succinct whether only failures are shown, and a progress bar
 * @param verbose whether what failures wrote is shown
 * @param all whether what all tests wrote is shown
 * @param progressBar whether there may be a progress bar
 * @param listed which results the summary lists test by test
 */
public record DisplayOptions(
    boolean quiet,
    boolean succinct,
    boolean verbose,
    boolean all,
    boolean progressBar,
    ImmutableSet<ResultCode> listed) {}
