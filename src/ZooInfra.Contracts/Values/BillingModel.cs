namespace ZooInfra.Contracts;

/// <summary>How a client pays.</summary>
public enum BillingModel
{
    /// <summary>A price for each seat: <c>per-seat</c>.</summary>
    PerSeat = 1,

    /// <summary>A fixed monthly sum: <c>static_mrr</c>.</summary>
    StaticMrr,

    /// <summary>A fixed monthly sum and metered usage: <c>static_mrr_plus_usage</c>.</summary>
    StaticMrrPlusUsage,

    /// <summary>A price by tier of usage: <c>tiered</c>.</summary>
    Tiered,
}
