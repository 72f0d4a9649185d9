package org.meritstream.issuance.keys;

import org.xipki.pkcs11.wrapper.Logger;

/** The library writes each call to standard output unless it is given another place: nowhere. What fails travels as an exception. */
final class UnloggedWrapper implements Logger {

    @Override
    public void info(String format, Object... values) {}

    @Override
    public void warn(String format, Object... values) {}

    @Override
    public void error(String format, Object... values) {}

    @Override
    public void debug(String format, Object... values) {}

    @Override
    public void trace(String format, Object... values) {}

    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public boolean isInfoEnabled() {
        return false;
    }

    @Override
    public boolean isWarnEnabled() {
        return false;
    }

    @Override
    public boolean isTraceEnabled() {
        return false;
    }
}
