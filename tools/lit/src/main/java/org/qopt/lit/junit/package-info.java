/** Makes tests of a folder JUnit 5 tests; the only package that needs JUnit. */
package org.qopt.lit.junit;
