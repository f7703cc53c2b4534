using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Events;

/// <summary>Something a run tells its watcher. Events of one run may come from several threads.</summary>
public abstract record EngineEvent
{
    private EngineEvent()
    {
    }

    /// <summary>A step begins.</summary>
    public sealed record StepStarted(StepInfo Step) : EngineEvent;

    /// <summary>A step has been taken; in a preview, is planned.</summary>
    public sealed record StepFinished(StepInfo Step) : EngineEvent;

    /// <summary>A step failed.</summary>
    public sealed record StepFailed(StepInfo Step, string Message) : EngineEvent;

    /// <summary>A message for the user.</summary>
    /// <param name="Severity">How bad it is.</param>
    /// <param name="Urn">The resource it is about; null for the stack.</param>
    /// <param name="Message">The message.</param>
    public sealed record Diagnostic(Severity Severity, string? Urn, string Message) : EngineEvent;
}

/// <summary>How bad a message is.</summary>
public enum Severity
{
    /// <summary>For those who look for it.</summary>
    Debug,

    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Should be looked at.</summary>
    Warning,

    /// <summary>The run fails.</summary>
    Error,
}

/// <summary>What a step does (protocol facts, section 5.1).</summary>
public enum StepKind
{
    /// <summary>Nothing changes.</summary>
    Same,

    /// <summary>A resource is made.</summary>
    Create,

    /// <summary>A resource is changed in place.</summary>
    Update,

    /// <summary>A resource is replaced: the mark that stands for the next two.</summary>
    Replace,

    /// <summary>The new resource of a replacement is made.</summary>
    CreateReplacement,

    /// <summary>The old resource of a replacement is removed.</summary>
    DeleteReplaced,

    /// <summary>A resource is removed.</summary>
    Delete,

    /// <summary>A resource that others manage is read.</summary>
    Read,

    /// <summary>A resource that others manage is read, in the place of one that was made.</summary>
    ReadReplacement,

    /// <summary>A resource that others manage is no longer read.</summary>
    Discard,

    /// <summary>A resource that others manage is no longer read, since another stands in its place.</summary>
    DiscardReplaced,

    /// <summary>A resource that exists is taken under management.</summary>
    Import,

    /// <summary>A resource that exists is taken under management, in the place of another.</summary>
    ImportReplacement,

    /// <summary>A resource that was deleted to be made again is no longer asked for.</summary>
    RemovePendingReplace,
}

/// <summary>One step on one resource.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Urn">The resource.</param>
/// <param name="Parent">Its parent; null for the stack and for providers the engine made.</param>
/// <param name="Old">Its inputs before; null when it is new.</param>
/// <param name="New">Its inputs after; null when it goes.</param>
/// <param name="Diff">What changes, by property path; null when nothing was compared.</param>
/// <param name="IsInternal">Whether it is the engine's own affair (a default provider), not shown or counted.</param>
/// <param name="IsProtected">Whether the resource is protected from removal.</param>
public sealed record StepInfo(StepKind Kind, ResourceUrn Urn, ResourceUrn? Parent, PropertyMap? Old, PropertyMap? New, DiffResult? Diff, bool IsInternal, bool IsProtected);
