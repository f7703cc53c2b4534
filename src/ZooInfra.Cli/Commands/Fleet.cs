using System.Collections.Concurrent;
using ZooInfra.Cli.Display;
using ZooInfra.Engine.State;

namespace ZooInfra.Cli.Commands;

/// <summary>Works on many stacks at once, so many and no more. What happens to one is its own affair: no failure of one reaches another.</summary>
/// <param name="parallel">How many stacks may be worked on at once; at least 1.</param>
/// <param name="cancellationToken">Stacks that have not begun when it fires are left as they are.</param>
internal sealed class Fleet(int parallel, CancellationToken cancellationToken)
{
    /// <summary>More than processors, since a stack mostly waits for the systems it changes.</summary>
    public const int DefaultParallel = 8;

    /// <summary>Does something for each stack. What <paramref name="work"/> does that can fail, it does in <see cref="GuardAsync"/>.</summary>
    public Task ForEachAsync<T>(IEnumerable<T> stacks, Func<T, Task> work)
    {
        var queue = new ConcurrentQueue<T>(stacks);
        return Task.WhenAll(Enumerable.Range(0, Math.Min(parallel, queue.Count)).Select(_ => Task.Run(
            async () =>
            {
                while (queue.TryDequeue(out var stack))
                {
                    await work(stack);
                }
            },
            CancellationToken.None)));
    }

    /// <summary>Does something for one stack; a problem is written into its report.</summary>
    public async Task GuardAsync(StackRunReport run, Func<Task> work)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            await work();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            run.Problem = "Cancelled before it was done.";
        }
        catch (StateException e)
        {
            run.Problem = e.Message;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            run.Problem = $"{e.Message} ({e.GetType().Name}; this is a bug in ZooInfra: please report it)";
        }
    }
}
