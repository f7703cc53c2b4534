namespace ZooInfra.Api.Operations;

/// <summary>How an attempt to bring something about ended.</summary>
internal abstract record ApplyResult
{
    private ApplyResult()
    {
    }

    /// <summary>It is as it should be.</summary>
    public sealed record Done : ApplyResult;

    /// <summary>The stack cannot be worked on now; nothing was changed, and it is worth another try.</summary>
    /// <param name="Reason">Why, in a sentence.</param>
    public sealed record Busy(string Reason) : ApplyResult;

    /// <summary>It cannot be done.</summary>
    /// <param name="Problem">Why.</param>
    /// <param name="HasBegun">Whether something may have been changed.</param>
    public sealed record Failed(OperationProblem Problem, bool HasBegun) : ApplyResult;
}
