package org.meritstream.proving;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The one rule set of the house: layers, names and where time and chance come in. Every service runs it in its ArchitectureTest. */
public final class HouseRules {
    private static final String EDGES = ".*(Resource|Edge|Timer|Flow|Page|Pages)(\\$.*)?";

    private static final List<String> SERVICES = List.of("assessment", "evidence", "issuance", "walletsync");

    private HouseRules() {}

    /** Checks the classes below a package. */
    public static void check(String basePackage) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(basePackage);
        rules().forEach(rule -> rule.check(classes));
    }

    /** The rules that these classes break, in words. */
    static List<String> broken(JavaClasses classes) {
        return rules().stream()
                .filter(rule -> rule.evaluate(classes).hasViolation())
                .map(ArchRule::getDescription)
                .toList();
    }

    private static List<ArchRule> rules() {
        Stream<ArchRule> everywhere = Stream.of(
                decisionsKnowNoFramework(),
                decisionsAreFinal(),
                timeComesInAtTheEdge(),
                chanceComesInAtTheEdge(),
                namesSayWhat(),
                noCatchAllPackages(),
                resourcesAreEdges());
        return Stream.concat(everywhere, SERVICES.stream().map(HouseRules::knowsNoOther))
                .toList();
    }

    private static ArchRule decisionsKnowNoFramework() {
        return noClasses()
                .that()
                .haveNameMatching(".*Decision(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..",
                        "jakarta..",
                        "io.vertx..",
                        "io.smallrye..",
                        "org.hibernate..",
                        "org.apache.kafka..",
                        "com.mongodb..",
                        "java.sql..",
                        "java.net.http..")
                .because("a decision is plain Java that anybody can read and run (habit 1)")
                .allowEmptyShould(true);
    }

    private static ArchRule decisionsAreFinal() {
        return classes()
                .that()
                .haveSimpleNameEndingWith("Decision")
                .and()
                .areNotInterfaces()
                .should()
                .haveOnlyPrivateConstructors()
                .because("a decision is static and pure (habit 1)")
                .allowEmptyShould(true);
    }

    private static ArchRule timeComesInAtTheEdge() {
        return noClasses()
                .that()
                .haveNameNotMatching(EDGES)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .because("time is an argument; now appears only at the edge (habit 2)");
    }

    private static ArchRule chanceComesInAtTheEdge() {
        return noClasses()
                .that()
                .haveNameNotMatching(EDGES)
                .should()
                .callMethod(UUID.class, "randomUUID")
                .because("ids are arguments or derived (habit 2)");
    }

    private static ArchRule namesSayWhat() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Mapper|DTO|Dto|Default|Orchestrator|Facade)(\\$.*)?")
                .because("names say what or with what (habit 10)");
    }

    private static ArchRule noCatchAllPackages() {
        return noClasses()
                .should()
                .resideInAnyPackage("..common..", "..core..", "..util..", "..utils..", "..shared..", "..misc..")
                .because("a package is a feature (habit 10)");
    }

    private static ArchRule knowsNoOther(String service) {
        String[] others = Stream.concat(
                        SERVICES.stream().filter(other -> !other.equals(service)), Stream.of("quickstart", "proving"))
                .map(other -> "org.meritstream." + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("org.meritstream." + service + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(others))
                .because("services speak only by events")
                .allowEmptyShould(true);
    }

    private static ArchRule resourcesAreEdges() {
        return noMethods()
                .that()
                .areAnnotatedWith("jakarta.ws.rs.GET")
                .or()
                .areAnnotatedWith("jakarta.ws.rs.POST")
                .or()
                .areAnnotatedWith("jakarta.ws.rs.PUT")
                .should()
                .beDeclaredInClassesThat()
                .haveNameNotMatching(".*(Resource|Page|Pages)")
                .because("HTTP words live only at the HTTP edge (habit 7)")
                .allowEmptyShould(true);
    }
}
