namespace ZooInfra.Api.Operations;

/// <summary>What an operation does to a peer.</summary>
internal enum OperationKind
{
    /// <summary>The peer is made.</summary>
    Create,

    /// <summary>The peer gets another key.</summary>
    Rotate,

    /// <summary>The overlap of a rotation is over: the former key goes.</summary>
    Retire,

    /// <summary>Somebody ends the peer.</summary>
    Revoke,

    /// <summary>The peer's own end has come.</summary>
    Expire,
}
