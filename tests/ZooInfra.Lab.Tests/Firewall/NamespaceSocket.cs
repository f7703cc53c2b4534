using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ZooInfra.Lab.Tests.Firewall;

/// <summary>Makes TCP sockets in other network namespaces. A socket stays in the one it was made in, whichever thread uses it.</summary>
internal static class NamespaceSocket
{
    private const int NewNetwork = 0x4000_0000;

    /// <summary>A listener of a namespace on all its addresses of a family.</summary>
    public static Task<Socket> ListenAsync(string space, AddressFamily family, int port) => InAsync(space, () =>
    {
        var socket = new Socket(family, SocketType.Stream, ProtocolType.Tcp);
        if (family == AddressFamily.InterNetworkV6)
        {
            socket.DualMode = false;
        }

        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        socket.Bind(new IPEndPoint(family == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, port));
        socket.Listen(16);
        return socket;
    });

    /// <summary>A socket of a namespace, not connected yet.</summary>
    public static Task<Socket> MakeAsync(string space, AddressFamily family) => InAsync(space, () => new Socket(family, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true });

    private static Task<Socket> InAsync(string space, Func<Socket> make)
    {
        var made = new TaskCompletionSource<Socket>(TaskCreationOptions.RunContinuationsAsynchronously);

        // A thread of its own, since it does not come back to the namespace it came from.
        new Thread(() =>
        {
            try
            {
                using var handle = File.OpenHandle($"/run/netns/{space}");
                if (SetNamespace(handle, NewNetwork) != 0)
                {
                    throw new InvalidOperationException($"setns: error {Marshal.GetLastPInvokeError()}");
                }

                made.SetResult(make());
            }
            catch (Exception exception)
            {
                made.SetException(exception);
            }
        }).Start();
        return made.Task;
    }

    [DllImport("libc", EntryPoint = "setns", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int SetNamespace(SafeFileHandle handle, int kind);
}
