namespace ZooInfra.Api.Operations;

/// <summary>How far an operation has come.</summary>
internal enum OperationState
{
    /// <summary>It is written down and waits for its turn.</summary>
    Accepted,

    /// <summary>What it asks for is what should be, and is being made so.</summary>
    Applying,

    /// <summary>It failed half-way: what was before is what should be again, and is being made so.</summary>
    Undoing,

    /// <summary>It is done.</summary>
    Succeeded,

    /// <summary>It was not done, and nothing of it is left.</summary>
    Failed,
}
