using ZooInfra.Contracts;

namespace ZooInfra;

/// <summary>One thing that a contract answers, as served under <c>/client/ID/NAME</c>.</summary>
public sealed record ContractEndpoint
{
    /// <summary>An answer that never changes while the contract holds.</summary>
    /// <param name="name">The path under the client, snake_case: <c>billing_model</c>.</param>
    /// <param name="text">The body for <c>text/plain</c>: <c>99.99 / 5m</c>.</param>
    /// <param name="json">The body for <c>application/json</c>.</param>
    public ContractEndpoint(string name, ContractBody text, ContractBody json)
        : this(name, [new ContractEdition(null, text, json)])
    {
    }

    /// <summary>An answer that is known at build, from day to day.</summary>
    /// <param name="name">The path under the client, snake_case: <c>billing_model</c>.</param>
    /// <param name="editions">What is answered from when on, in order of time; at least one.</param>
    /// <exception cref="ArgumentException">There is no edition.</exception>
    public ContractEndpoint(string name, IReadOnlyList<ContractEdition> editions)
    {
        ArgumentNullException.ThrowIfNull(editions);
        (Name, Editions) = (name, editions.Count > 0 ? editions : throw new ArgumentException($"The endpoint '{name}' answers nothing; give it one edition or more.", nameof(editions)));
    }

    /// <summary>An answer of the client's own class, marked with <c>[ContractEndpoint]</c> there; it is asked anew each time.</summary>
    /// <param name="name">The path under the client, snake_case: <c>data_residency</c>.</param>
    /// <param name="value">Gives the answer.</param>
    public ContractEndpoint(string name, Func<AnswerValue> value) => (Name, Editions, Value) = (name, [], value);

    /// <summary>The path under the client, snake_case: <c>billing_model</c>.</summary>
    public string Name { get; }

    /// <summary>What is answered from when on, in order of time; empty when <see cref="Value"/> answers.</summary>
    public IReadOnlyList<ContractEdition> Editions { get; }

    /// <summary>Gives the answer of the client's own class; null when <see cref="Editions"/> answer.</summary>
    public Func<AnswerValue>? Value { get; }
}
