package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.honbu.incidents.DataSecurityRated;
import org.honbu.incidents.Impact.DataSecurity;
import org.honbu.incidents.IncidentMerged;
import org.honbu.incidents.IncidentMoved;
import org.honbu.incidents.ProcessRebuilt;
import org.honbu.outbox.FactHandler;

/** What begins, ends or takes up the report to the authority: one small class for each fact. */
final class FollowsDataHarm {
  private FollowsDataHarm() {}

  /** The clock runs from the moment harm became known. */
  @ApplicationScoped
  static class WhenHarmIsKnown implements FactHandler<DataSecurityRated> {
    private final RegulatorCourse course;
    private final SecondReaders readers;

    @Inject
    WhenHarmIsKnown(RegulatorCourse course, SecondReaders readers) {
      this.course = course;
      this.readers = readers;
    }

    @Override
    public String name() {
      return "announcements.reports-harm-to-the-authority";
    }

    @Override
    public Class<DataSecurityRated> fact() {
      return DataSecurityRated.class;
    }

    @Override
    public void on(DataSecurityRated rated) {
      course.look(rated.incident(), Optional.of(rated.at()).filter(at -> rated.to().isHarm()));
      if (rated.to() == DataSecurity.CONFIRMED) {
        course.judgeAgain(rated.incident(), rated.at());
      }
      readers.follow(rated.incident());
    }
  }

  /** A false alarm owes no report; one that was taken back owes it again. */
  @ApplicationScoped
  static class WhenItMoves implements FactHandler<IncidentMoved> {
    private final RegulatorCourse course;

    @Inject
    WhenItMoves(RegulatorCourse course) {
      this.course = course;
    }

    @Override
    public String name() {
      return "announcements.calls-off-the-report";
    }

    @Override
    public Class<IncidentMoved> fact() {
      return IncidentMoved.class;
    }

    /** Of a merge, its own fact speaks. */
    @Override
    public void on(IncidentMoved moved) {
      switch (moved.to()) {
        case MERGED -> {}
        case REPORTED,
            TRIAGE,
            INVESTIGATING,
            IDENTIFIED,
            MITIGATED,
            MONITORING,
            RESOLVED,
            POSTMORTEM,
            CLOSED,
            FALSE_ALARM,
            ABORTED ->
            course.look(moved.incident(), Optional.empty());
      }
    }
  }

  /** The survivor reports for both, as soon as the earlier one would have had to. */
  @ApplicationScoped
  static class WhenItIsMerged implements FactHandler<IncidentMerged> {
    private final RegulatorCourse course;

    @Inject
    WhenItIsMerged(RegulatorCourse course) {
      this.course = course;
    }

    @Override
    public String name() {
      return "announcements.reports-with-the-survivor";
    }

    @Override
    public Class<IncidentMerged> fact() {
      return IncidentMerged.class;
    }

    @Override
    public void on(IncidentMerged merged) {
      course.takeOver(merged.incident(), merged.into());
    }
  }

  /** The process was lost: it goes on where its record stands. */
  @ApplicationScoped
  static class AfterTheRebuild implements FactHandler<ProcessRebuilt> {
    private final RegulatorCourse course;
    private final PrivacyReview privacy;

    @Inject
    AfterTheRebuild(RegulatorCourse course, PrivacyReview privacy) {
      this.course = course;
      this.privacy = privacy;
    }

    @Override
    public String name() {
      return "announcements.takes-up-the-report-again";
    }

    @Override
    public Class<ProcessRebuilt> fact() {
      return ProcessRebuilt.class;
    }

    @Override
    public void on(ProcessRebuilt rebuilt) {
      course.look(rebuilt.incident(), Optional.empty());
      privacy.askForAll(rebuilt.incident());
    }
  }
}
