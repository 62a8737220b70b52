using System.Reflection;
using Xunit.Sdk;

namespace Testing;

/// <summary>The two databases that everything has to work on.</summary>
public enum Provider
{
    Sqlite,
    PostgreSql,
}

/// <summary>Runs a theory of one <see cref="Provider"/> on SQLite.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Provider.Sqlite]];
}

/// <summary>Runs a theory of one <see cref="Provider"/> on PostgreSQL, or reports the case as skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgreSqlAttribute : DataAttribute
{
    public OnPostgreSqlAttribute() => Skip = PostgreSqlServer.WhyMissing;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Provider.PostgreSql]];
}
