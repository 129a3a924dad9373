/** The language of tests: keywords, conditions, and what is replaced in commands. */
package org.qopt.lit.script;
