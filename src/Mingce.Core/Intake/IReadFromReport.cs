namespace Mingce.Core.Intake;

/// <summary>A record that may have been read from a report.</summary>
public interface IReadFromReport
{
    Guid Id { get; }

    Guid? IntakeId { get; }

    /// <summary>What the fact says, without its wording; empty for a record that was not read. See <see cref="Intake.Fingerprint"/>.</summary>
    string Fingerprint { get; }

    /// <summary>The record of an earlier version of the text that this one seems to correct.</summary>
    Guid? ResemblesId { get; set; }
}
