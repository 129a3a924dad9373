/** The constraints and functions that patterns can call without a plugin. */
package org.qopt.rewrite.data.library;
