package org.meritstream.issuance.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Where the native provider was not brought along, or does not load, the JDK's and Bouncy Castle's arithmetic sign and verify all the same. */
class WithoutNativeProviderTest {
    private static final String NATIVE = "AmazonCorrettoCryptoProvider";

    @Test
    void signsAndVerifiesInPureJava() throws Exception {
        assertThat(issueWith(classPath(true))).isEqualTo("bouncy-castle Valid, ECDSA true");
    }

    /** So that the test above tells something: the class path is what makes the difference. */
    @Test
    void signsNativelyWhereItLoads() throws Exception {
        assumeTrue(CorrettoEd25519.load().isPresent(), CorrettoEd25519Test.NOT_RUN);

        assertThat(issueWith(classPath(false))).isEqualTo("corretto Valid, ECDSA true");
    }

    /** In classes loaded anew, with nothing of this test's own but what this class path has. */
    private static String issueWith(URL[] classPath) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        try (URLClassLoader anew = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(anew);
            Supplier<?> issue = (Supplier<?>) anew.loadClass(IssueOnce.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            return String.valueOf(issue.get());
        } finally {
            thread.setContextClassLoader(own);
        }
    }

    private static URL[] classPath(boolean withoutNative) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(place -> !(withoutNative && place.contains(NATIVE)))
                .map(WithoutNativeProviderTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String place) {
        try {
            return Path.of(place).toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
