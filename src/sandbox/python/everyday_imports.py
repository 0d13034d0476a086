"""What most programs import. The snapshot of the interpreter has it, so that it is there at once; and the network that it has."""

import asyncio
import collections
import contextlib
import contextvars
import dataclasses
import functools
import inspect
import json
import linecache
import logging
import queue
import random
import re
import threading
import time
import traceback
import types
import typing

import memory_network

memory_network.install()
