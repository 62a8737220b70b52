namespace Testing;

/// <summary>A clock that stands still until a test moves it: a Thursday in spring, nine in the morning in Shanghai.</summary>
public sealed class TestClock : TimeProvider
{
    /// <summary>The moment, in UTC.</summary>
    public DateTime Now { get; set; } = new(2026, 3, 5, 1, 0, 0, DateTimeKind.Utc);

    public override DateTimeOffset GetUtcNow() => new(Now);
}
