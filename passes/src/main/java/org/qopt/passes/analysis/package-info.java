/** What passes find out about programs and share. */
package org.qopt.passes.analysis;
