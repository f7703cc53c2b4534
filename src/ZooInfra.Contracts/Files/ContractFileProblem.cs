namespace ZooInfra.Contracts;

/// <summary>A place at which a contract file has not the form of one.</summary>
/// <param name="RuleId">ZOO9010 unreadable, ZOO9011 unknown key, ZOO1009 a value that cannot be read.</param>
/// <param name="Message">What is wrong and what would be right, in one sentence.</param>
/// <param name="Position">Where.</param>
public sealed record ContractFileProblem(string RuleId, string Message, Position Position)
{
    /// <summary>The line, from 1.</summary>
    public int Line => Position.Line;

    /// <summary>The column, from 1.</summary>
    public int Column => Position.Column;
}
