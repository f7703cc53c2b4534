using System.Diagnostics;
using System.Globalization;

namespace ZooInfra.Api.Operations;

/// <summary>
/// The right to work on a client for a while. It only keeps hosts from doing work twice; that they would not harm each other is the doing of the lock of
/// the stack, and of steps that may be taken again.
/// </summary>
/// <param name="Client">The client.</param>
/// <param name="Owner">Who has it: machine, process and a number of its own.</param>
internal sealed record Lease(string Client, string Owner)
{
    private static readonly string Me = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{Environment.ProcessId}");

    /// <summary>A name for a new owner in this process.</summary>
    public static string NewOwner() => $"{Me}/{Guid.NewGuid():N}";

    /// <summary>Whether the owner was a process of this machine that no longer runs: its lease need not be waited for.</summary>
    public static bool IsOfDeadProcess(string owner)
    {
        if (owner.Split('/') is not [var machine, var process, _] || machine != Environment.MachineName || !int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return false;
        }

        try
        {
            using var found = Process.GetProcessById(id);
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
